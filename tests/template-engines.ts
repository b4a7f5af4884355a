import ejs from 'ejs';
import fc from 'fast-check';
import Handlebars from 'handlebars';
import { Liquid } from 'liquidjs';
import Mustache from 'mustache';
import nunjucks from 'nunjucks';

/** A node of a template, before it is written in a template language. */
export type Node =
  | { readonly is: 'text'; readonly text: string }
  | { readonly is: 'comment'; readonly inside: readonly Node[] }
  | {
      readonly is: 'if';
      readonly asks: string;
      readonly yes: readonly Node[];
      readonly otherwise: readonly Node[] | undefined;
    }
  | {
      readonly is: 'elsif';
      readonly asks: readonly [string, string];
      readonly arms: readonly [readonly Node[], readonly Node[], readonly Node[]];
    }
  | { readonly is: 'case'; readonly arms: readonly [readonly Node[], readonly Node[], readonly Node[]] };

export const NAMES = ['vip', 'late', 'paid'] as const;
export type Data = Readonly<Record<(typeof NAMES)[number], boolean>> & { readonly kind: string };

/** A template language: how its nodes are written, and the engine that renders them. */
export interface Engine {
  readonly name: string;
  readonly extension: string;
  write(nodes: readonly Node[]): string;
  render(template: string, data: Data): string | Promise<string>;
}

const WORDS = [
  'It goes by post.',
  'It goes by boat.',
  'Here it is!',
  "It's “50%” off",
  'a } b',
  'You failed to pay.',
  '{ x',
  'end if',
];

export const data: fc.Arbitrary<Data> = fc.record({
  vip: fc.boolean(),
  late: fc.boolean(),
  paid: fc.boolean(),
  kind: fc.constantFrom('red', 'green', 'blue'),
});

/** Random nested templates, in which each text has its own number. */
export const template: fc.Arbitrary<readonly Node[]> = fc
  .letrec<{ nodes: readonly Node[]; node: Node }>((tie) => ({
    nodes: fc.array(tie('node'), { maxLength: 3 }),
    node: fc.oneof(
      { depthSize: 'small', maxDepth: 4 },
      fc.constantFrom(...WORDS).map((text): Node => ({ is: 'text', text })),
      fc.record({
        is: fc.constant('comment' as const),
        inside: fc.array(
          fc.constantFrom(...WORDS).map((text): Node => ({ is: 'text', text })),
          { maxLength: 2 },
        ),
      }),
      fc.record({
        is: fc.constant('if' as const),
        asks: fc.constantFrom(...NAMES),
        yes: tie('nodes'),
        otherwise: fc.option(tie('nodes'), { nil: undefined }),
      }),
      fc.record({
        is: fc.constant('elsif' as const),
        asks: fc.tuple(fc.constantFrom<string>(...NAMES), fc.constantFrom<string>(...NAMES)),
        arms: fc.tuple(tie('nodes'), tie('nodes'), tie('nodes')),
      }),
      fc.record({ is: fc.constant('case' as const), arms: fc.tuple(tie('nodes'), tie('nodes'), tie('nodes')) }),
    ),
  }))
  .nodes.map(numbered);

function numbered(nodes: readonly Node[]): readonly Node[] {
  let number = 0;
  const walk = (list: readonly Node[]): readonly Node[] =>
    list.map((node): Node => {
      if (node.is === 'text') {
        number += 1;
        return { is: 'text', text: `${node.text} n${number}. ` };
      }
      if (node.is === 'comment') return node;
      if (node.is === 'if') return { ...node, yes: walk(node.yes), otherwise: node.otherwise && walk(node.otherwise) };
      const [first, second, third] = node.arms;
      return { ...node, arms: [walk(first), walk(second), walk(third)] };
    });
  return walk(nodes);
}

/** The tags of a template language. */
interface Marks {
  comment(inside: string): string;
  if(asks: string, then: string, otherwise: string | undefined): string;
  elsif(asks: readonly [string, string], arms: readonly [string, string, string]): string;
  case?(arms: readonly [string, string, string]): string;
}

function writer(marks: Marks): (nodes: readonly Node[]) => string {
  const write = (nodes: readonly Node[]): string =>
    nodes
      .map((node) => {
        if (node.is === 'text') return node.text;
        if (node.is === 'comment') return marks.comment(write(node.inside));
        if (node.is === 'if') return marks.if(node.asks, write(node.yes), node.otherwise && write(node.otherwise));
        const arms = [write(node.arms[0]), write(node.arms[1]), write(node.arms[2])] as const;
        if (node.is === 'elsif') return marks.elsif(node.asks, arms);
        return marks.case ? marks.case(arms) : marks.elsif(['vip', 'late'], arms);
      })
      .join('');
  return write;
}

const liquid = new Liquid();
const jinja = new nunjucks.Environment(null, { autoescape: false });

export const ENGINES: readonly Engine[] = [
  {
    name: 'liquid',
    extension: 'liquid',
    write: writer({
      comment: (inside) => `{% comment %}${inside}{% endcomment %}`,
      if: (asks, then, otherwise) =>
        `{%- if ${asks} -%}${then}${otherwise === undefined ? '' : `{% else %}${otherwise}`}{% endif %}`,
      elsif: ([a, b], [x, y, z]) => `{% if ${a} %}${x}{% elsif ${b} == true %}${y}{% else %}${z}{% endif %}`,
      case: ([x, y, z]) => `{% case kind %}{% when 'red' %}${x}{% when "green" %}${y}{% else %}${z}{% endcase %}`,
    }),
    render: (text, values) => liquid.parseAndRender(text, values),
  },
  {
    name: 'nunjucks',
    extension: 'njk',
    write: writer({
      comment: (inside) => `{# ${inside} #}`,
      if: (asks, then, otherwise) =>
        `{% if ${asks} %}${then}${otherwise === undefined ? '' : `{% else %}${otherwise}`}{% endif %}`,
      elsif: ([a, b], [x, y, z]) => `{%- if not ${a} -%}${z}{% elif ${b} %}${y}{% else %}${x}{% endif %}`,
      case: ([x, y, z]) => `{% if kind == 'red' %}${x}{% elif kind == "green" %}${y}{% else %}${z}{% endif %}`,
    }),
    render: (text, values) => jinja.renderString(text, values),
  },
  {
    name: 'handlebars',
    extension: 'hbs',
    write: writer({
      comment: (inside) => `{{!-- ${inside} {{x}} --}}`,
      if: (asks, then, otherwise) =>
        `{{#if ${asks}}}${then}${otherwise === undefined ? '' : `{{^}}${otherwise}`}{{/if}}`,
      elsif: ([a, b], [x, y, z]) => `{{#if ${a}}}${x}{{else unless ${b}}}${y}{{else}}${z}{{/if}}`,
    }),
    render: (text, values) => Handlebars.compile(text, { noEscape: true })(values),
  },
  {
    name: 'mustache',
    extension: 'mustache',
    write: writer({
      comment: (inside) => `{{! ${inside.replaceAll('}', '')} }}`,
      if: (asks, then, otherwise) =>
        `{{#${asks}}}${then}{{/${asks}}}${otherwise === undefined ? '' : `{{^${asks}}}${otherwise}{{/${asks}}}`}`,
      elsif: ([a, b], [x, y, z]) =>
        `{{#${a}}}${x}{{/${a}}}{{^${a}}}{{#${b}}}${y}{{/${b}}}{{^${b}}}${z}{{/${b}}}{{/${a}}}`,
    }),
    render: (text, values) => Mustache.render(text, values, {}, { escape: String }),
  },
  {
    name: 'ejs',
    extension: 'ejs',
    write: writer({
      comment: (inside) => `<%# ${inside.replaceAll('%', '')} %>`,
      if: (asks, then, otherwise) =>
        `<% if (${asks}) { %>${then}${otherwise === undefined ? '' : `<% } else { %>${otherwise}`}<% } %>`,
      elsif: ([a, b], [x, y, z]) => `<% if (${a}) { %>${x}<% } else if (!${b}) { -%>${y}<% } else { %>${z}<% } %>`,
    }),
    render: (text, values) => ejs.render(text, values),
  },
];

/** Evaluates a template with some data, for languages that have no engine here. */
export function evaluated(nodes: readonly Node[], data: Data): string {
  const isTrue = (asks: string) => data[asks as (typeof NAMES)[number]];
  return nodes
    .map((node) => {
      if (node.is === 'text') return node.text;
      if (node.is === 'comment') return '';
      if (node.is === 'if') return evaluated(isTrue(node.asks) ? node.yes : (node.otherwise ?? []), data);
      const [x, y, z] = node.arms;
      const asks = node.is === 'elsif' ? node.asks.map(isTrue) : [data.kind === 'red', data.kind === 'green'];
      return evaluated(asks[0] ? x : asks[1] ? y : z, data);
    })
    .join('');
}

const orElse = (mark: string, otherwise: string | undefined) => (otherwise === undefined ? '' : `${mark}${otherwise}`);

/** Languages whose engines are not npm packages. Their syntax is taken from their documentation. */
export const LANGUAGES: readonly Omit<Engine, 'render'>[] = [
  {
    name: 'FreeMarker',
    extension: 'ftl',
    write: writer({
      comment: (inside) => `<#-- ${inside} -->`,
      if: (asks, then, otherwise) => `<#if ${asks}>${then}${orElse('<#else>', otherwise)}</#if>`,
      elsif: ([a, b], [x, y, z]) => `<#if ${a}>${x}<#elseif (${b})>${y}<#else>${z}</#if>`,
      case: ([x, y, z]) => `<#switch kind><#case "red">${x}<#break><#case "green">${y}<#break><#default>${z}</#switch>`,
    }),
  },
  {
    name: 'Velocity',
    extension: 'vm',
    write: writer({
      comment: (inside) => `#* ${inside} *#`,
      if: (asks, then, otherwise) => `#if($${asks})${then}${orElse('#{else}', otherwise)}#{end}`,
      elsif: ([a, b], [x, y, z]) => `#if($${a})${x}#elseif($${b})${y}#{else}${z}#{end}`,
      case: ([x, y, z]) => `#if($kind == "red")${x}#elseif($kind == 'green')${y}#else ${z}#{end}`,
    }),
  },
  {
    name: 'ERB',
    extension: 'erb',
    write: writer({
      comment: (inside) => `<%# ${inside.replaceAll('%', '')} %>`,
      if: (asks, then, otherwise) => `<%- if @${asks} -%>${then}${orElse('<% else %>', otherwise)}<% end %>`,
      elsif: ([a, b], [x, y, z]) =>
        `<% unless @${a} %><% if @${b} %>${y}<% else %>${z}<% end %><% else %>${x}<% end %>`,
      case: ([x, y, z]) => `<% case @kind %><% when 'red' %>${x}<% when "green" %>${y}<% else %>${z}<% end %>`,
    }),
  },
  {
    name: 'PHP',
    extension: 'php',
    write: writer({
      comment: () => '',
      if: (asks, then, otherwise) =>
        `<?php if ($${asks}): ?>${then}${orElse('<?php else: ?>', otherwise)}<?php endif; ?>`,
      elsif: ([a, b], [x, y, z]) =>
        `<?php if ($${a}) { ?>${x}<?php } elseif ($${b}) { ?>${y}<?php } else { ?>${z}<?php } ?>`,
      case: ([x, y, z]) =>
        `<?php switch ($kind): ?><?php case 'red': ?>${x}<?php break; ?><?php case 'green': ?>${y}<?php break; ?><?php default: ?>${z}<?php endswitch; ?>`,
    }),
  },
  {
    name: 'Go',
    extension: 'tmpl',
    write: writer({
      comment: (inside) => `{{/* ${inside} */}}`,
      if: (asks, then, otherwise) => `{{ if .${asks} }}${then}${orElse('{{- else -}}', otherwise)}{{ end }}`,
      elsif: ([a, b], [x, y, z]) => `{{if .${a}}}${x}{{else if .${b}}}${y}{{else}}${z}{{end}}`,
      case: ([x, y, z]) => `{{ if eq .kind "red" }}${x}{{ else if eq .kind "green" }}${y}{{ else }}${z}{{ end }}`,
    }),
  },
  {
    name: 'Blade',
    extension: 'blade.php',
    write: writer({
      comment: (inside) => `{{-- ${inside} --}}`,
      if: (asks, then, otherwise) => `@if($${asks}) ${then}${orElse(' @else ', otherwise)} @endif `,
      elsif: ([a, b], [x, y, z]) => `@unless($${a}) @if($${b}) ${y} @else ${z} @endif @else ${x} @endunless `,
      case: ([x, y, z]) =>
        `@switch($kind) @case('red') ${x} @break @case("green") ${y} @break @default ${z} @endswitch `,
    }),
  },
  {
    name: 'Smarty',
    extension: 'tpl',
    write: writer({
      comment: (inside) => `{* ${inside} *}`,
      if: (asks, then, otherwise) => `{if $${asks}}${then}${orElse('{else}', otherwise)}{/if}`,
      elsif: ([a, b], [x, y, z]) => `{if $${a}}${x}{elseif $${b}}${y}{else}${z}{/if}`,
      case: ([x, y, z]) => `{if $kind == 'red'}${x}{elseif $kind == "green"}${y}{else}${z}{/if}`,
    }),
  },
  {
    name: 'Django',
    extension: 'jinja2',
    write: writer({
      comment: (inside) => `{% comment "note" %}${inside}{% endcomment %}`,
      if: (asks, then, otherwise) => `{% if ${asks} %}${then}${orElse('{% else %}', otherwise)}{%+ endif %}`,
      elsif: ([a, b], [x, y, z]) => `{% if ${a} %}${x}{% elif ${b} %}${y}{% else %}${z}{% endif %}`,
      case: ([x, y, z]) => `{% if kind == 'red' %}${x}{% elif kind == "green" %}${y}{% else %}${z}{% endif %}`,
    }),
  },
  {
    name: 'Twig',
    extension: 'twig',
    write: writer({
      comment: (inside) => `{#- ${inside} -#}`,
      if: (asks, then, otherwise) =>
        `{% if ${asks} is not empty %}${then}${orElse('{% else %}', otherwise)}{% endif %}`,
      elsif: ([a, b], [x, y, z]) => `{% if ${a} %}${x}{% elseif ${b} %}${y}{% else %}${z}{% endif %}`,
      case: ([x, y, z]) => `{% if kind == 'red' %}${x}{% elseif kind == "green" %}${y}{% else %}${z}{% endif %}`,
    }),
  },
  {
    name: 'Mailchimp',
    extension: 'txt',
    write: writer({
      comment: () => '',
      if: (asks, then, otherwise) => `*|IF:${asks}|*${then}${orElse('*|ELSE:|*', otherwise)}*|END:IF|*`,
      elsif: ([a, b], [x, y, z]) => `*|IF:${a}|*${x}*|ELSEIF:${b}|*${y}*|ELSE:|*${z}*|END:IF|*`,
      case: ([x, y, z]) => `*|IF:KIND=red|*${x}*|ELSEIF:KIND=green|*${y}*|ELSE:|*${z}*|END:IF|*`,
    }),
  },
];

/** Fragments of every template language, for texts that no one would write. */
export const TOKENS: readonly string[] =
  `{% %} {%- -%} {%+ {{ }} {{{ }}} {{{{raw}}}} {{{{/raw}}}} {# #} {* *} { } {! {!IF( ) , " ' &quot; | || ?? : = == \\ \\{{ {{!-- --}} {{/* */}} {{-- {{#if x}} {{else}} {{^}} {{/if}} {{#> y}} {{> z}} {{ if .X }} {{ end }}
{% if a %} {% elsif b %} {% elif b %} {% else if b %} {% else %} {% endif %} {% case a %} {% when 'x' %} {% endcase %} {% for a in b %} {% endfor %} {% capture a %} {% endcapture %} {% assign a = 'b c' %} {{ 'b c' }} {!CASE(a,'b','c','d')} {% set a %} {% endset %} {% raw %} {% endraw %} {% verbatim %} {% endverbatim %} {% comment %} {% endcomment %} {% liquid {% # {% render 'x' %}
<#if x> <#elseif y> <#else> </#if> <#-- --> <#noparse> </#noparse> [#if x] [/#if] <@m/> #if($x) #elseif($y) #else #{else} #end ## #* *# #[[ ]]# #set( $x.y $!{x} \${x} #{x} %{x} %x% %s {0} *|IF:X|* *|ELSE:|* *|END:IF|* *|X|* ##IFx## ##ENDIFx## ##x.y##
<% %> <%= <%# -%> <% if x %> <% end %> <% } else { %> <?php ?> <?= @if($x) @elseif($y) @else @endif @foreach($x) @endforeach @php @endphp {if $x} {else} {/if} {literal} {/literal} {$x} <t t-if="x"> </t> {n,plural, one{ other{ [[ ]] << >> [Name] <name> &lt; &gt; @name XXX ___ \\n`
    .split(/\s+(?![a-z0-9.$'"}%>)({|]+[^\s]*(?:\s|$))/)
    .flatMap((line) => line.split('\n'))
    .concat([' ', '\n', 'word', 'x']);
