"""Run the command line as `python -m refkit`."""

from __future__ import annotations

import gc
import os
import signal
import sys

TYPE_CHECKING = False  # importing `typing` would extend the time without a handler of interrupts

if TYPE_CHECKING:
    from types import FrameType
    from typing import NoReturn

# Imports and commands create many objects but few cycles, so that the garbage collector can run rarely. With Python's
# threshold of 700, it takes a tenth of the time of `refkit format`; with 50,000, `refkit convert` needs more memory.
GC_THRESHOLD = 10_000


def run() -> None:
    """Run the command; an interrupt at any time ends in one line and exit code 130."""
    gc.set_threshold(GC_THRESHOLD)
    code: int | str | None = None
    is_handled = signal.getsignal(signal.SIGINT) is signal.default_int_handler
    if is_handled:  # a shell can start a background job that ignores interrupts
        signal.signal(signal.SIGINT, _exit_at_interrupt)
        sys.unraisablehook = _exit_at_lost_interrupt
    try:
        from refkit.cli import main

        if is_handled:  # from here on, an interrupt removes temporary files
            signal.signal(signal.SIGINT, signal.default_int_handler)
        main(prog_name="refkit")
    except SystemExit as end:
        code = end.code
    except KeyboardInterrupt:
        _exit_at_interrupt()
    finally:
        if is_handled:
            signal.signal(signal.SIGINT, _exit_at_interrupt)
    if isinstance(code, int) and not _is_observed():
        _exit_without_freeing(code)
    sys.exit(code)


def pandoc_filter() -> None:
    """Run `refkit pandoc-filter` under a name that `pandoc --filter` can call."""
    sys.argv.insert(1, "pandoc-filter")
    run()


def _is_observed() -> bool:
    """Whether a profiler, a debugger or an interactive session continues after the command."""
    is_traced = sys.gettrace() is not None or sys.getprofile() is not None
    return is_traced or "cProfile" in sys.modules or bool(sys.flags.inspect)


def _exit_without_freeing(code: int) -> NoReturn:
    """End the process without freeing its objects one by one, which takes a sixth of a short command's time."""
    import atexit

    atexit._run_exitfuncs()
    try:
        for stream in filter(None, (sys.stdout, sys.stderr)):
            stream.flush()
    except (OSError, ValueError):
        sys.exit(code)  # the interpreter reports that a stream cannot be written
    os._exit(code)


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
