package app.cadeau.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LookTest {

    private static final Pattern RULE = Pattern.compile("(?m)^\\s*\\.([\\w-]+)");

    @AutoClose
    private final Simulator simulator =
            Simulator.start(Settings.defaults().withCrowd(0).withSkin(Skin.OF_2022));

    private final Caller caller = new Caller(simulator, "sim-main");

    @Test
    void theSettingsSayHowThePageLooksAndTheAddressWins() throws Exception {
        assertThat(page("")).contains("skin-2022.css").containsPattern("tiktok-\\w{6}-Body");
        assertThat(page("skin=current")).contains("skin-current.css").containsPattern("css-\\w{7}-Body");
        assertThat(page("skin=nonsense")).contains("skin-2022.css");
    }

    @Test
    void theSameShapeIsTheSamePageAndAnotherIsNot() throws Exception {
        assertThat(classes("skin=shuffled&shape=7"))
                .isEqualTo(classes("skin=shuffled&shape=7"))
                .doesNotContainAnyElementsOf(classes("skin=shuffled&shape=8"));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, -3, 4_000_000_000_000L})
    void aShuffledPageHasNoNameInItsClassesAndNoneTwice(long shape) throws Exception {
        String bare = Resources.text("page/live.css") + Resources.text("page/skin-shuffled.css");
        Set<String> named = new TreeSet<>();
        Matcher names = Pattern.compile("\\bc-[A-Z]\\w*").matcher(bare);
        while (names.find()) {
            named.add(names.group());
        }
        Dress dress = new Dress(1, Skin.SHUFFLED, shape);

        assertThat(named.stream().map(dress::on).distinct())
                .hasSameSizeAs(named)
                .allMatch(one -> one.matches("[x_]\\w{5,8}"));
        assertThat(caller.get("/static/" + dress.folder() + "/skin-shuffled.js").body())
                .doesNotContain("c-", "DivGift", "SendOver\"");
    }

    @ParameterizedTest
    @EnumSource(Skin.class)
    void everyFileOfASkinIsThere(Skin skin) throws Exception {
        String folder = "/static/" + new Dress(1, skin, 1).folder();

        assertThat(Arrays.asList("skin-" + skin + ".css", "skin-" + skin + ".js", "main.js"))
                .allSatisfy(file ->
                        assertThat(caller.get(folder + "/" + file).statusCode()).isEqualTo(200));
        assertThat(caller.get(folder + "/more/main.js").statusCode()).isEqualTo(404);
    }

    @Test
    void theAdminChangesTheLookOfTheNextPage() throws Exception {
        caller.post("/_admin/look", "{\"skin\":\"shuffled\",\"shape\":4,\"language\":\"fr\",\"merge\":200}");

        assertThat(page("")).contains("skin-shuffled.css", "<html lang=\"fr\">", "\"shape\":4", "\"mergeMillis\":200");
        assertThat(caller.post("/_admin/look", "{\"skin\":\"nonsense\"}").statusCode())
                .isEqualTo(400);
    }

    @Test
    void anAddressTellsItsOwnVariations() throws Exception {
        assertThat(page("vary=name-stays,nonsense")).contains("\"varied\":[\"name-stays\"]");
    }

    private String page(String query) throws Exception {
        return caller.get("/@demo/live?" + query).body();
    }

    private Set<String> classes(String query) throws Exception {
        Matcher folder = Pattern.compile("/static/[^/]+/").matcher(page(query));
        assertThat(folder.find()).isTrue();
        Matcher rules = RULE.matcher(caller.get(folder.group() + "live.css").body());
        Set<String> found = new TreeSet<>();
        while (rules.find()) {
            found.add(rules.group(1));
        }
        found.remove("captcha-verify-container");
        return found;
    }
}
