"""What people do at a screen to show a problem, and the words of sentences that wish for it instead. Data only."""

from __future__ import annotations

from mailticket.intake.fields.lexicon_times import words

# at a screen or a machine; one of them must be in a row
AT_SCREEN: frozenset[str] = words(
    "open click press hit choose select pick tap type log sign launch drag scroll mount paste dial join navigate "
    "refresh right-click double-click copy mute save submit start go plug print connect upload download create"
)
DO: frozenset[str] = AT_SCREEN | words(
    "push share enter run send forward drop switch unmute turn close look wait watch see take put change add remove "
    "reset "
    "search attach reply book dismiss unplug record import export sort filter disable enable provision make invite "
    "edit insert fill move leave stay hang set use restart delete rename highlight expand check try let touch give"
)
# these only with one of the words behind them
NEEDS: dict[str, frozenset[str]] = {
    "log": words("on in into out off onto"),
    "sign": words("on in into out off onto"),
    "turn": words("on off it the"),
    "take": words("any a one an the some"),
    "give": words("it"),
    "let": words("it"),
    "hang": words("up"),
}
# what is done to these is done at a desk
NO_OBJECT: frozenset[str] = words("me us back ticket tickets case cases support you everyone care")
BEGINS: frozenset[str] = words("i we you one man to only has have need if when whenever any user")
ASIDE: frozenset[str] = words("just simply then now first next only again also afterwards always even once")
WISHES: frozenset[str] = words(
    "please kindly could would can can't cannot need needs want wants like pls bitte must should shall hope wish not "
    "won't unable couldn't möchten könnten veuillez pouvez quisiera favor"
)
_GERMAN = words(
    "öffnen klicken anlegen hinzufügen absenden auswählen starten speichern drücken aufrufen anmelden eingeben "
    "einloggen senden teilen markieren verschieben ausdrucken anklicken abmelden schließen"
)
_GERMAN_TOLD = words(
    "öffnet klickt wählt drückt öffne klicke wähle drücke startet starte speichert speichere gibt schickt"
)
_FRENCH = words(
    "ouvrir cliquer choisir sélectionner créer enregistrer lancer appuyer ajouter connecter envoyer fermer partager"
)
_SPANISH = words("abrir pulsar crear agregar guardar seleccionar elegir entrar enviar añadir compartir clic iniciar")
# verbs of a language, and the words that make a sentence with them a wish or a complaint
ABROAD: tuple[tuple[frozenset[str], frozenset[str]], ...] = (
    (
        _GERMAN,
        words(
            "können kann könnte könnten möchten möchte wollen will bitte lassen lässt müssen muss soll zu nicht kein"
        ),
    ),
    (_GERMAN_TOLD, words("nicht kein keine niemand bitte kann können")),
    (
        _FRENCH,
        words("pouvez pouvons peut peux veuillez besoin impossible faut voudrais voudrions pas plus merci arrive"),
    ),
    (
        _SPANISH,
        words("puede puedo podemos pueden quiero queremos favor imposible no necesito necesitamos gracias deja"),
    ),
)
IMPERATIVES: frozenset[str] = words(
    "ouvrez cliquez choisissez sélectionnez lancez appuyez abra pulse haga seleccione elija abran pulsen abres pulsas "
    "abro "
    "pulso ouvre clique choisis j'ouvre"
)
