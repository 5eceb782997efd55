"""Run the command line as `python -m refkit`."""

import sys


def run() -> None:
    """Run the command; an interrupt while modules are being imported is one, too."""
    try:
        from refkit.cli import main

        main(prog_name="refkit")
    except KeyboardInterrupt:
        sys.stderr.write("refkit: interrupted\n")
        sys.exit(130)


if __name__ == "__main__":
    run()
