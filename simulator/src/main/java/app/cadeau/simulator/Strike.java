package app.cadeau.simulator;

/**
 * How often a gift counts, and why.
 *
 * @param type as match_info has it: 0 none of the next, 1 glove, 2 and 3 the boosters of No. 2 and No. 3
 */
record Strike(int type, int times) {

    static final Strike PLAIN = new Strike(0, 1);
    static final int GLOVE = 1;

    boolean byGlove() {
        return type == GLOVE;
    }
}
