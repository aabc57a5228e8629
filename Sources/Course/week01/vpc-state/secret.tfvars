password = "study"
