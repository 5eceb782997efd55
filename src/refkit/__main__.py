"""Run the command line as `python -m refkit`."""

import sys


def run() -> None:
    """Run the command, and also handle interrupts during imports."""
    try:
        from refkit.cli import main

        main(prog_name="refkit")
    except KeyboardInterrupt:
        sys.stderr.write("refkit: interrupted\n")
        sys.exit(130)


if __name__ == "__main__":
    run()
