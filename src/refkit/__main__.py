"""Run the command line as `python -m refkit`."""

from __future__ import annotations

import os
import signal
import sys

TYPE_CHECKING = False  # importing `typing` would extend the time without a handler of interrupts

if TYPE_CHECKING:
    from types import FrameType


def run() -> None:
    """Run the command; an interrupt at any time ends in one line and exit code 130."""
    is_handled = signal.getsignal(signal.SIGINT) is signal.default_int_handler
    if is_handled:  # a shell can start a background job that ignores interrupts
        signal.signal(signal.SIGINT, _exit_at_interrupt)
        sys.unraisablehook = _exit_at_lost_interrupt
    try:
        from refkit.cli import main

        if is_handled:  # from here on, an interrupt removes temporary files
            signal.signal(signal.SIGINT, signal.default_int_handler)
        main(prog_name="refkit")
    except KeyboardInterrupt:
        _exit_at_interrupt()
    finally:
        if is_handled:
            signal.signal(signal.SIGINT, _exit_at_interrupt)


def _exit_at_interrupt(_signal: int = signal.SIGINT, _frame: FrameType | None = None) -> None:
    """End the process at once; during imports and at exit nothing needs to be cleaned up."""
    try:
        os.write(2, b"refkit: interrupted\n")
    finally:
        os._exit(130)


def _exit_at_lost_interrupt(unraisable: sys.UnraisableHookArgs) -> None:
    """End the process if an interrupt came in a destructor or callback, where Python ignores exceptions."""
    if issubclass(unraisable.exc_type, KeyboardInterrupt):
        _exit_at_interrupt()
    sys.__unraisablehook__(unraisable)


if __name__ == "__main__":
    run()
