"""Label the words of a reference: a linear-chain CRF, its weights one file."""
