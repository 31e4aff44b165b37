package app.cadeau.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class EveningTest {

    private static final List<String> LIBRARY = Scripts.LIBRARY;

    @ParameterizedTest
    @FieldSource("LIBRARY")
    void theSameSeedIsTheSameEveningToTheLastByte(String name) {
        Script script = Scripts.find(name);

        Played once = new Played(script).to(720);
        Played again = new Played(script).to(720);
        Played other = new Played(script, 2).to(720);

        assertThat(once.said).hasSizeGreaterThan(200);
        assertThat(texts(again)).isEqualTo(texts(once));
        assertThat(texts(other)).isNotEqualTo(texts(once));
    }

    @Test
    void theSizeOfTheStepsInWhichTimeIsMovedChangesNothing() {
        Played atOnce = new Played(Scripts.find("battle")).to(400);
        Played bySeconds = new Played(Scripts.find("battle"));
        for (int second = 1; second <= 400; second++) {
            bySeconds.to(second);
        }

        assertThat(texts(bySeconds)).isEqualTo(texts(atOnce));
    }

    private static List<String> texts(Played played) {
        return played.said.stream().map(Played.Said::text).toList();
    }
}
