"""Read, check, repair, convert and format reference lists."""

__version__ = "0.1.0"
