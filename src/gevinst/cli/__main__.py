"""`python -m gevinst.cli`: the same as `gevinst`."""

from gevinst.cli.main import main

main(prog_name="gevinst")
