"""Systems, technologies and codes, as readers look them up."""
