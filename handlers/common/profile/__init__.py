"""Who somebody is: names, phone, birth date, country."""
