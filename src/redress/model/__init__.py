"""The nouns of Redress: frozen, typed, and knowing nothing of how they are made or used."""
