package app.cadeau.sends;

/** One file of what was kept of a page; the path is below the home of the daemon. */
public record EvidenceFile(String name, long bytes, String path) {}
