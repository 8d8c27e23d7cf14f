// One page with every element, written as the server writes it.
import fs from 'node:fs';
import path from 'node:path';

export function page(dist) {
  const names = JSON.parse(fs.readFileSync(path.join(dist, 'manifest.json'), 'utf8'));
  const icon = (name) => `<svg class="i" aria-hidden="true"><use href="/static/${names['icons.svg']}#${name}"/></svg>`;
  const photo = `/static/${names['images/app-icon-192.png']}`;
  const recent = new Date(Date.now() - 12 * 60_000).toISOString();
  return `<!doctype html>
<html lang="fr" data-failed="Connexion perdue, votre texte est gardé." data-sign-in="/sign-in">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Éléments</title>
<link rel="stylesheet" href="/static/${names['app.css']}"><link rel="icon" href="${photo}">
<script type="module" nonce="test" src="/static/${names['app.js']}"></script></head>
<body><header class="topbar"><a class="brandmark" href="/"><span>Réseau</span></a>
<theme-switch><form method="post" action="/display"><button class="iconbtn" name="theme" value="dark" data-flip>${icon('sun-moon')}<span class="sr">Thème</span></button></form></theme-switch></header>
<div class="shell"><nav class="rail"><a class="rail__link" href="/feed" data-go="f">Fil</a></nav>
<main class="main" id="contenu" tabindex="-1"><h1>Éléments <span class="badge" data-count="me" hidden><span data-n>0</span></span></h1>
<live-stream topics="home me" since="41"><p class="livenote" role="status" data-lost hidden>Perdu</p>
<a class="btn btn--primary btn--s newpill" href="/" data-pill data-one="{n} nouvelle publication" data-other="{n} nouvelles publications" hidden></a></live-stream>
<local-time data-zone="Europe/Paris" data-now="à l’instant" data-clock="{h} h {m}"></local-time>
<form id="filters" data-live="#results" data-auto method="get" action="/list"><input class="input" name="f" id="f" aria-label="Filtre"><div id="results"></div></form>
<form id="go" method="post" action="/moved" data-live><button class="btn">Partir</button></form>
<form id="secret" method="post" action="/private" data-live><button class="btn">Secret</button></form>
<article class="card post" id="post-1"><post-seen data-url="/seen"></post-seen>
<header class="post__head"><span class="ava" data-tint="4">LM</span><time datetime="${recent}" data-rel title="exact">avant</time>
<details class="menu" id="more"><summary class="iconbtn">${icon('ellipsis')}<span class="sr">Autres</span></summary><ul class="menu__list popover">
<li><copy-link data-done="Lien copié"><a class="menuitem" href="/posts/1"><span data-label>Copier le lien</span></a></copy-link></li>
<li><form method="post" action="/removal"><confirm-button data-title="Supprimer ?" data-text="Sans retour." data-yes="Supprimer" data-no="Garder"><button class="menuitem menuitem--danger">Supprimer</button></confirm-button></form></li></ul></details></header>
<div class="post__body"><div class="post__text"><p>Bonjour</p></div></div>
<photo-gallery class="gallery gallery--2"><a href="/photos/1" data-full="${photo}"><img src="${photo}" alt="Un" width="192" height="192"></a><a href="/photos/2" data-full="${photo}"><img src="${photo}" alt="Deux" width="192" height="192"></a></photo-gallery>
<footer class="post__foot"><div class="post__reacts"><form id="react" method="post" action="/reactions" data-live><button class="react" name="on" value="👏" data-key="👏" aria-pressed="false" data-optimistic><span data-n>3</span></button>
<emoji-picker id="emojis"><a class="react react--add" href="/reactions/pick" title="Réagir">${icon('smile-plus')}<span class="sr">Réagir</span></a></emoji-picker></form></div></footer>
<div class="comments comments--page"><ul id="comments"></ul>
<form class="reply" id="reply" method="post" action="/comments" data-live="#comments" data-reset><span class="ava ava--s" data-tint="1">A</span>
<mention-box data-label="Personnes"><label class="sr" for="text">Commentaire</label><text-grow><textarea class="input" id="text" name="text" rows="1" role="combobox" aria-expanded="false" data-draft></textarea></text-grow></mention-box><button class="iconbtn">${icon('send-horizontal')}<span class="sr">Envoyer</span></button></form></div></article>
<text-tools data-keep hidden><markdown-toolbar class="tools" for="body" aria-label="Mise en forme"><button class="iconbtn iconbtn--s" type="button" data-md-button="bold" data-with="b">${icon('bold')}<span class="sr">Gras</span></button><button class="iconbtn iconbtn--s" type="button" data-md-button="unordered-list">${icon('list')}<span class="sr">Liste</span></button></markdown-toolbar></text-tools>
<textarea class="input" id="body" aria-label="Texte"></textarea>
<form id="composer" method="post" action="/posts"><audience-line><select name="group" aria-label="Groupe"><option value="">Choisir</option><option value="a" data-group="g1" data-readers="Visible par 4 membres" data-list="/groups/a/members">A</option></select><p role="status" hidden><a></a></p></audience-line>
<several-groups data-count="/publish/readers" data-most="3"><div data-scripted hidden><input type="search" aria-label="Chercher un groupe"><p data-none hidden>Aucun</p></div>
<ul>${['a:Jardin', 'b:Verger', 'c:Théâtre', 'd:Remise'].map((tick) => tick.split(':')).map(([slug, name]) => `<li><label><input type="checkbox" name="also" value="${slug}"><span>${name}</span></label></li>`).join('')}</ul>
<p id="also-readers" role="status" hidden></p><div data-plain><button name="intent" value="count">Compter</button></div></several-groups>
<fieldset data-labels-of="b" hidden><legend>Étiquettes du verger</legend></fieldset>
<file-drop data-src="/pictures" data-accept="image/" data-failed="Non envoyée" data-kind="Pas une image">
<input type="file" multiple aria-label="Photos"><template><li class="drop"><img class="drop__img" alt=""><span class="drop__name" data-name></span>
<span class="drop__acts"><button type="button" data-up>Monter</button><button type="button" data-down>Descendre</button><button type="button" data-remove>Retirer</button></span>
<input class="input input--s" data-alt aria-label="Texte"><progress class="drop__bar" max="100"></progress><p class="drop__error" hidden><span data-why></span><button type="button" data-retry>Réessayer</button></p></li></template>
<ul class="drops"></ul></file-drop>
<avatar-crop><input type="file" name="photo" aria-label="Portrait"><canvas class="crop" width="512" height="512" tabindex="0" role="img" aria-label="Cadrage" hidden></canvas>
<label data-zoom hidden>Zoom<input type="range" min="1" max="4" step="0.05" value="1"></label><input type="hidden" name="x"><input type="hidden" name="y"><input type="hidden" name="size"></avatar-crop></form>
<show-password class="pw"><input class="input" type="password" aria-label="Mot de passe" value="secret"><button class="iconbtn" type="button" aria-pressed="false" hidden>${icon('eye')}<span class="sr">Afficher</span></button></show-password>
</main></div>
<command-palette data-src="/palette"><dialog class="sheet palette" aria-label="Aller à"><form class="palette__in" action="/search"><input name="q" role="combobox" aria-expanded="true" aria-controls="found" aria-label="Chercher"></form>
<div id="found" role="listbox" aria-label="Résultats"><div role="group" aria-label="Pages"><a role="option" class="menuitem" href="/directory">${icon('contact-round')}<span>Annuaire</span></a><a role="option" class="menuitem" href="/feed">${icon('newspaper')}<span>Évènements</span></a></div><div data-results></div></div><p data-none hidden>Rien</p></dialog></command-palette>
<div class="toasts" id="toasts" role="status"></div>
<template id="emoji"><div><input type="search" class="input input--s picker__find" aria-label="Chercher"><div class="picker__grid"><button name="on" value="💡" title="idée">💡</button><button name="on" value="❤️" title="cœur">❤️</button></div></div></template>
<template id="lightbox"><dialog class="lightbox" aria-label="Photo"><div class="lightbox__bar"><span class="lightbox__count" data-count data-words="{n} sur {total}"></span><button class="iconbtn" data-close>${icon('x')}</button></div>
<div class="lightbox__stage"><button class="iconbtn" data-prev>${icon('chevron-left')}</button><img class="lightbox__img" alt=""><button class="iconbtn" data-next>${icon('chevron-right')}</button></div></dialog></template>
</body></html>`;
}
