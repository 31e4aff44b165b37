package app.cadeau.sends;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Names a campaign; shaped like the id of a send. */
public record CampaignId(@JsonValue String text) {

    @JsonCreator
    public CampaignId {
        if (!SendId.fits(text)) {
            throw new IllegalArgumentException("a campaign id has 26 characters like 01J…, unlike \"" + text + "\"");
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
