"""The client's profile: which checks count, glossaries, rules, words that are right."""
