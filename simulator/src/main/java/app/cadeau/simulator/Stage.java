package app.cadeau.simulator;

/** Everything that an evening moves. What it says goes through {@code voice}. */
record Stage(
        Lives lives,
        Shop shop,
        Faults faults,
        Runnable repriced,
        Ids ids,
        GiftFrames frames,
        Strikes strikes,
        Variations variations,
        Voice voice) {

    /** Where messages of an evening go. */
    interface Voice {
        void say(Live live, String method, long msgId, byte[] payload);
    }

    /** A stage that lacks only its voice. */
    interface Maker {
        Stage with(Voice voice);
    }
}
