package app.cadeau.money;

/** An amount of TikTok's currency, in whole coins; never negative. */
public record Coins(long amount) implements Comparable<Coins> {

    public static final Coins NONE = new Coins(0);

    public Coins {
        if (amount < 0) {
            throw new IllegalArgumentException("coins cannot be negative: " + amount);
        }
    }

    public static Coins of(long amount) {
        return new Coins(amount);
    }

    /** For a sentence: 1 coin, 100 coins. */
    public static String inWords(long amount) {
        return amount == 1 || amount == -1 ? amount + " coin" : amount + " coins";
    }

    public Coins plus(Coins other) {
        return new Coins(Math.addExact(amount, other.amount));
    }

    public Coins minus(Coins other) {
        return new Coins(Math.subtractExact(amount, other.amount));
    }

    public Coins times(long count) {
        return new Coins(Math.multiplyExact(amount, count));
    }

    @Override
    public int compareTo(Coins other) {
        return Long.compare(amount, other.amount);
    }
}
