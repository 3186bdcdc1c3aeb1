"""What users write: the models of the files, and a directory of them loaded into a Case."""
