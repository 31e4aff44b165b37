package app.cadeau.storage;

import java.time.Instant;

/** Why this database may not be the newest one, so that nothing may be sent by it until a person says so. */
public record Restored(Cause cause, Instant at) {

    /** What gave it away. */
    public enum Cause {
        COPY("This database is a copy"),
        OLDER("This database is older than the number beside it"),
        NO_NUMBER("The number beside this database is missing"),
        OTHER_MACHINE("This database was last used on another machine");

        private final String words;

        Cause(String words) {
            this.words = words;
        }
    }

    /** One sentence for a person. */
    public String sentence() {
        return cause.words
                + ": gifts may have been sent that it does not know of. Compare with the platform's own history, then"
                + " say so: cadeau restore --accept --reason TEXT.";
    }
}
