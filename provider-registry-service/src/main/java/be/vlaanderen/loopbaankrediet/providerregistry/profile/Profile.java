package be.vlaanderen.loopbaankrediet.providerregistry.profile;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a counsellor shows the public; written with the vault, read here. */
@Entity
@Table(name = "profile")
public class Profile extends PanacheEntityBase {

    /** Where a counsellor receives people. */
    public record Place(String municipality, String postalCode) {}

    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());

    @Id
    public UUID counsellor;

    public String name;
    public List<String> municipalities;

    @Column(name = "postal_codes")
    public List<String> postalCodes;

    public List<String> places;
    public List<String> languages;
    public List<String> modes;
    public List<String> themes;

    @Column(name = "target_groups")
    public List<String> targetGroups;

    /** Where an appointment can be made; null when there is no such place. */
    @Column(name = "agenda_link")
    public @Nullable String agendaLink;

    /** That of somebody who has a row in the vault. */
    static Profile of(UUID counsellor) {
        return Profile.<Profile>findByIdOptional(counsellor).orElseThrow();
    }

    public static Profile of(
            UUID counsellor,
            String name,
            List<Place> places,
            List<String> languages,
            List<Mode> modes,
            List<Theme> themes,
            List<TargetGroup> targetGroups,
            @Nullable String agendaLink) {
        Profile profile = new Profile();
        profile.counsellor = counsellor;
        profile.name = name;
        profile.municipalities = places.stream().map(Place::municipality).toList();
        profile.postalCodes = places.stream().map(Place::postalCode).toList();
        profile.places = places.stream()
                .flatMap(place -> Stream.of(searched(place.municipality()), place.postalCode()))
                .distinct()
                .toList();
        profile.languages = languages.stream().distinct().toList();
        profile.modes = names(modes);
        profile.themes = names(themes);
        profile.targetGroups = names(targetGroups);
        profile.agendaLink = agendaLink;
        return profile;
    }

    /** Whether this is a language of ISO 639-1. */
    public static boolean isLanguage(String code) {
        return LANGUAGES.contains(code);
    }

    /** The form in which names of places are compared. */
    public static String searched(String place) {
        return place.strip().toLowerCase(Locale.ROOT);
    }

    public List<Place> shownPlaces() {
        List<Place> shown = new ArrayList<>();
        for (int i = 0; i < municipalities.size(); i++) {
            shown.add(new Place(municipalities.get(i), postalCodes.get(i)));
        }
        return shown;
    }

    private static List<String> names(List<? extends Enum<?>> values) {
        return values.stream().distinct().map(Enum::name).toList();
    }
}
