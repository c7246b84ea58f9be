#!/usr/bin/env python3
"""Writes a flow of about a megabyte to a file: lines of business with menus, forms, grammars, plugins and confirmations,
as a call centre of some hundred lines would have them in one document.

    Tests/Support/bigflow.py FILE [--bytes 1000000]
"""

import argparse

HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<!-- A flow of very many lines of business. -->
<vxml version="2.1" xmlns="http://www.w3.org/2001/vxml" xml:lang="en-US">
  <property name="timeout" value="6s"/>
  <property name="interdigittimeout" value="4s"/>
  <var name="customer" expr="''"/>
  <var name="troubles" expr="0"/>
  <var name="chosen"/>
  <script>
    function spoken(number) { return String(number).split('').join(' '); }
  </script>
  <link dtmf="*" event="line.back"/>
  <catch event="line.back"><goto next="#main"/></catch>
  <catch event="line.repeat"><reprompt/></catch>
  <noinput count="1"><reprompt/></noinput>
  <noinput count="2"><throw event="help"/></noinput>
  <noinput count="3"><prompt>I cannot hear you. Goodbye.</prompt><exit/></noinput>
  <nomatch count="1"><prompt>That is not possible here.</prompt><reprompt/></nomatch>
  <nomatch count="3"><prompt>Let me get you a person.</prompt><goto next="#person"/></nomatch>
  <help><prompt>Star takes you back. There, 0 is for a person.</prompt><reprompt/></help>
  <catch event="error">
    <log label="trouble" expr="_event"/>
    <assign name="troubles" expr="troubles + 1"/>
    <if cond="troubles &gt; 2"><prompt>Please call again later.</prompt><exit/></if>
    <goto next="#person"/>
  </catch>

  <form id="main">
    <field name="line" type="digits?minlength=1;maxlength=4">
      <prompt count="1">Welcome. Please enter the number of your line, and the hash key.</prompt>
      <prompt count="2">The number of your line, please.</prompt>
      <filled>
        <assign name="chosen" expr="line"/>
        <goto expr="'#menu-' + line"/>
      </filled>
    </field>
  </form>

  <form id="person">
    <transfer name="talk" dest="tel:+498001234567" type="bridge" connecttimeout="30s">
      <prompt>One moment, please.</prompt>
      <filled>
        <if cond="talk == 'busy' || talk == 'noanswer'">
          <prompt>Nobody is free to answer just now.</prompt>
        </if>
        <goto next="#main"/>
      </filled>
    </transfer>
  </form>
"""

LINE = """
  <!-- The line {n}. -->
  <menu id="menu-{n}">
    <prompt count="1">
      This is line {n}. To hear the state of an order, press 1.
      To change a quantity, press 2. To find a place near you, press 3.
      To hear this again, press 9. For a person, press 0.
    </prompt>
    <prompt count="2">Press 1, 2 or 3; 9 to hear it again; 0 for a person.</prompt>
    <choice dtmf="1" next="#status-{n}">the state of an order</choice>
    <choice dtmf="2" next="#quantity-{n}">a quantity</choice>
    <choice dtmf="3" next="#place-{n}">a place near you</choice>
    <choice dtmf="8" event="help">help</choice>
    <choice dtmf="9" event="line.repeat">this again</choice>
    <choice dtmf="0" next="#person">a person</choice>
    <help>
      <prompt>Your order number has four digits and is in the mail that confirmed your order.</prompt>
      <reprompt/>
    </help>
  </menu>

  <form id="status-{n}">
    <var name="tries" expr="0"/>
    <field name="number" type="digits?length=4">
      <property name="termtimeout" value="1s"/>
      <prompt count="1">Please enter your order number, four digits.</prompt>
      <prompt count="2">The order number, please.</prompt>
      <nomatch count="1">
        <prompt>An order number has four digits.</prompt>
        <reprompt/>
      </nomatch>
    </field>
    <field name="kind">
      <prompt>For the day of delivery, press 1. For everything, press 2.</prompt>
      <option dtmf="1" value="day">the day</option>
      <option dtmf="2" value="all">everything</option>
      <filled>
        <assign name="tries" expr="tries + 1"/>
        <if cond="number == '0000' &amp;&amp; tries &lt; 3">
          <prompt>There is no order <value expr="spoken(number)"/>.</prompt>
          <clear namelist="number kind"/>
        <elseif cond="kind == 'day'"/>
          <prompt>You can expect order <value expr="spoken(number)"/> on Monday.</prompt>
          <goto next="#menu-{n}"/>
        <else/>
          <prompt>Order <value expr="spoken(number)"/> is on its way: <emphasis>three</emphasis> articles,
            <break time="300ms"/> for <say-as interpret-as="number">{n}</say-as> euros together.</prompt>
          <goto next="#menu-{n}"/>
        </if>
      </filled>
    </field>
  </form>

  <form id="quantity-{n}">
    <field name="item" type="digits?length=2">
      <property name="termtimeout" value="1s"/>
      <prompt>Which article? Two digits, please.</prompt>
    </field>
    <field name="amount">
      <grammar mode="dtmf" version="1.0" root="amount" tag-format="semantics/1.0"
          xmlns="http://www.w3.org/2001/06/grammar">
        <rule id="amount">
          <one-of>
            <item><item repeat="1-2"><ruleref uri="#digit"/></item><tag>out = 1;</tag></item>
            <item>*<tag>out = 0;</tag></item>
          </one-of>
        </rule>
        <rule id="digit"><one-of><item>0</item><item>1</item><item>2</item><item>3</item><item>4</item>
          <item>5</item><item>6</item><item>7</item><item>8</item><item>9</item></one-of></rule>
      </grammar>
      <prompt>How many? Star is for none.</prompt>
      <filled>
        <if cond="amount &gt; 20 || amount &lt; 0">
          <prompt>At most twenty.</prompt>
          <clear namelist="amount"/>
        </if>
      </filled>
    </field>
    <field name="sure" type="boolean">
      <prompt>Article <value expr="spoken(item)"/>, <value expr="amount"/> of them. For yes, press 1, for no, 2.</prompt>
      <filled>
        <if cond="sure"><prompt>Done.</prompt><else/><prompt>Nothing was changed.</prompt></if>
        <goto next="#menu-{n}"/>
      </filled>
    </field>
  </form>

  <form id="place-{n}">
    <field name="code" type="digits?length=5">
      <property name="termtimeout" value="1s"/>
      <prompt>Your postal code, five digits.</prompt>
    </field>
    <block>
      <var name="near" expr="code.substring(0, 2)"/>
      <prompt>The nearest one is in the region <value expr="near"/>.</prompt>
      <goto next="#menu-{n}"/>
    </block>
  </form>
"""

FOOT = "</vxml>\n"


def main():
    parser = argparse.ArgumentParser(description="Writes a big flow.")
    parser.add_argument("file")
    parser.add_argument("--bytes", type=int, default=1_000_000)
    arguments = parser.parse_args()
    parts = [HEAD]
    size = len(HEAD) + len(FOOT)
    number = 1
    while size < arguments.bytes:
        part = LINE.replace("{n}", str(number))
        parts.append(part)
        size += len(part)
        number += 1
    with open(arguments.file, "w", encoding="utf-8") as file:
        file.write("".join(parts) + FOOT)


if __name__ == "__main__":
    main()
