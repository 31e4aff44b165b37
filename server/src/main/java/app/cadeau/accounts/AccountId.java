package app.cadeau.accounts;

import java.util.regex.Pattern;

/** The name that its owner gave an account in Cadeau: 1 to 40 letters, digits, dots, dashes, underscores. */
public record AccountId(String name) {

    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,39}");

    public AccountId {
        if (!SHAPE.matcher(name).matches()) {
            throw new IllegalArgumentException("an account name has 1 to 40 letters, digits, dots, dashes or"
                    + " underscores and starts with a letter or digit, unlike \"" + name + "\"");
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
