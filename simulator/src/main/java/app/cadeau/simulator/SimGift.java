package app.cadeau.simulator;

/** A gift of the platform, with its price in coins. */
record SimGift(long id, String name, long coins, boolean combo) {

    String picturePath() {
        return "/img/gift/" + id + ".svg";
    }

    SimGift at(long price) {
        return new SimGift(id, name, price, combo);
    }
}
