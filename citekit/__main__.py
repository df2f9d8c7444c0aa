"""`python -m citekit` is the command `citekit`."""

from citekit.cli import main

if __name__ == "__main__":
    main(prog_name="citekit")
