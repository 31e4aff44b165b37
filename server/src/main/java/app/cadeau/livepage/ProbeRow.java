package app.cadeau.livepage;

/** One thing that a send needs of a LIVE's page, as the doctor prints it. */
public record ProbeRow(String what, boolean ok, String seen) {}
