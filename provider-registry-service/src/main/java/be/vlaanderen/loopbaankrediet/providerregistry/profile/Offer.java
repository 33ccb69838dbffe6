package be.vlaanderen.loopbaankrediet.providerregistry.profile;

import be.vlaanderen.loopbaankrediet.platform.web.Problem.Issue;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What every form tells about the profile. */
public interface Offer {

    /** An address on the web that is safe to show as a link; nobody is sent anywhere but by {@code https}. */
    String LINK = "https://[\\p{L}0-9.-]+(:[0-9]{1,5})?(/[\\p{L}0-9._~!$&'()*+,;=:@%/?#-]*)?";

    List<NewPlace> places();

    List<String> languages();

    List<Mode> modes();

    List<Theme> themes();

    @Nullable List<TargetGroup> targetGroups();

    @Nullable String agendaLink();

    default Profile profile(UUID counsellor, String name) {
        List<TargetGroup> groups = targetGroups();
        return Profile.of(
                counsellor,
                name,
                places().stream()
                        .map(place -> new Profile.Place(place.municipality().strip(), place.postalCode()))
                        .toList(),
                languages(),
                modes(),
                themes(),
                groups == null ? List.of() : groups,
                agendaLink());
    }

    /** What a pattern cannot see. */
    default List<Issue> issues() {
        return IntStream.range(0, languages().size())
                .filter(i -> !Profile.isLanguage(languages().get(i)))
                .mapToObj(i -> Issue.of(
                        "invalid-value", "body", "languages[" + i + "]", "Dit is geen taalcode volgens ISO 639-1."))
                .toList();
    }
}
