package app.cadeau.catalogue;

/** The platform's number of a gift: the only thing that identifies it, since names repeat. */
public record GiftId(long value) {

    public GiftId {
        if (value <= 0) {
            throw new IllegalArgumentException("a gift id is a positive number, not " + value);
        }
    }
}
