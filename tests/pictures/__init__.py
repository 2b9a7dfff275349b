"""Pictures for README, each made by a script from a finished run."""
