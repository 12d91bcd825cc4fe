"""The house keeps its shape: sizes, directions of imports, what the tree may name, generated files up to date."""
