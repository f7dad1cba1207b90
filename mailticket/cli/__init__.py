"""The command line: thin commands over the stories; ``shapes`` is the JSON contract, ``display`` is for people."""
