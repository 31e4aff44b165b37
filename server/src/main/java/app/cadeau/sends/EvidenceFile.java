package app.cadeau.sends;

/** One file of what was kept of a page; the path is on the daemon's machine. */
public record EvidenceFile(String name, long bytes, String path) {}
