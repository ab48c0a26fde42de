"""The sentences in English: a module for each folder of the package, and one for the questions of each notebook."""
