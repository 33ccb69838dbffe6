// What the three front ends share; each imports what it needs.
