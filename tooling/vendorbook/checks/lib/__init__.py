"""What several checks share; each module is named by what it holds."""
