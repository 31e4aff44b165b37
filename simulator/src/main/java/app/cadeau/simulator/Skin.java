package app.cadeau.simulator;

import java.util.Arrays;
import java.util.Optional;

/** A design of the page. */
public enum Skin {
    /** Of December 2025: a bar of four, the rest behind More; a selected tile hides its name and shows Send. */
    CURRENT("current"),
    /** Of May 2022: a carousel with a Send in each tile. */
    OF_2022("2022"),
    /** Of nobody: names, nesting, order, texts and places follow from the shape's number. */
    SHUFFLED("shuffled");

    private final String told;

    Skin(String told) {
        this.told = told;
    }

    /** As it stands in {@code --skin} and {@code ?skin=}. */
    public String told() {
        return told;
    }

    static Optional<Skin> named(String told) {
        return Arrays.stream(values()).filter(skin -> skin.told.equals(told)).findFirst();
    }

    @Override
    public String toString() {
        return told;
    }
}
