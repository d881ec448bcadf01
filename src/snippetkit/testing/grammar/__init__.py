"""How texts of each format are generated: a grammar for each syntax, which reads nothing."""
