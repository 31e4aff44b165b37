package app.cadeau.simulator;

/** A gift of the platform, with its price in coins. */
record SimGift(long id, String name, long coins, boolean combo) {

    String picturePath() {
        return "/img/gift/" + id + ".svg";
    }

    Terms terms() {
        return Terms.of(id);
    }

    /** 1 combos; 2 does not; 4 is for members of a club only, or once a day. */
    int type() {
        return combo ? 1 : terms().equals(Terms.NONE) ? 2 : 4;
    }

    SimGift at(long price) {
        return new SimGift(id, name, price, combo);
    }
}
