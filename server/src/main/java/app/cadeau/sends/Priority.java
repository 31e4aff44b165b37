package app.cadeau.sends;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Which of the sends that wait for one account goes first. It never counts between accounts: those take turns. */
public enum Priority {
    HIGH,
    NORMAL,
    LOW;

    /** As a client writes it: low, normal or high. */
    public static Priority of(String word) {
        for (var priority : values()) {
            if (priority.word().equals(word)) {
                return priority;
            }
        }
        throw new IllegalArgumentException("low, normal or high is wanted, not \"" + word + "\"");
    }

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** As the table keeps it: the lower goes first. */
    int rank() {
        return ordinal();
    }

    static Priority ofRank(int rank) {
        return values()[rank];
    }
}
