"""Leads: what a realtor's client looks for, added, changed, archived and shown, and told of what comes to fit."""
