package app.cadeau.livepage;

/** What came of selecting a gift on the page. */
public sealed interface Selection {

    /** The tile is selected, shows the agreed price, and its Send is there. */
    record Selected(OfferedGift gift) implements Selection {}

    /** @param seen what was there instead, in words for a person */
    record NotSelected(Trouble trouble, String seen) implements Selection {}
}
