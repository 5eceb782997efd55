"""The rules, one file each, named by what is wrong."""
