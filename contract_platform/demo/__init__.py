"""Demo data: an invented district, its people and a dozen contracts, made only of sample files written here."""
