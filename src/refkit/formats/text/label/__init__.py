"""Label the words of a reference with a linear-chain CRF whose weights are stored in one file."""
