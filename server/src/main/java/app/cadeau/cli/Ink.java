package app.cadeau.cli;

/** Colours for a terminal, and nothing anywhere else. */
record Ink(boolean on) {

    String good(String text) {
        return paint("32", text);
    }

    String doubt(String text) {
        return paint("33", text);
    }

    String bad(String text) {
        return paint("31", text);
    }

    String quiet(String text) {
        return paint("2", text);
    }

    String strong(String text) {
        return paint("1", text);
    }

    /** By what a state means for the coins. */
    String state(String state) {
        return switch (state) {
            case "CONFIRMED" -> good(state);
            case "REFUSED" -> bad(state);
            case "PARTIAL", "STOPPED", "REVIEW" -> doubt(state);
            default -> state;
        };
    }

    private String paint(String code, String text) {
        return on ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }
}
